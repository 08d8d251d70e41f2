"""The brief of an event: whom to meet and why, how to begin, whom one knows there already."""
