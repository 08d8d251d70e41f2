"""Going together: a pact with somebody just met, partners who share out the room."""
