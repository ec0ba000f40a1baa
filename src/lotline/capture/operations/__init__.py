"""The door's one verb: capture, singly or in batches."""

from lotline.capture.operations.capturing import MAX_ITEMS, BatchMode, capture, capture_batch

__all__ = ["MAX_ITEMS", "BatchMode", "capture", "capture_batch"]
