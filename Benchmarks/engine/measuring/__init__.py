"""Times the engine beside its peers."""
