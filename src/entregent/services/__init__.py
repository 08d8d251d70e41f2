"""The verbs: one function a use case, and the ports they speak through."""
