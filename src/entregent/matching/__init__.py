"""Who should meet whom at an event, and when: meetings, tables, and how far from the best."""
