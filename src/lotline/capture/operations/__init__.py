"""The door's verbs: capture, singly or in batches, and correct."""

from lotline.capture.operations.capturing import MAX_ITEMS, BatchMode, capture, capture_batch
from lotline.capture.operations.correcting import REASONS, correct

__all__ = ["MAX_ITEMS", "REASONS", "BatchMode", "capture", "capture_batch", "correct"]
