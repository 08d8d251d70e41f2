"""An association's asks, routed so that the same helpful few are not worn out."""
