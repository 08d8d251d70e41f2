"""What an organiser plans: who meets whom, when and where, and why."""
