"""Mail: mailboxes read by their headers only."""
