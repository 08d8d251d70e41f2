"""The commands under `event`, one file each, imported when they are called."""
