// Defines the limit of the memory that tensors take, for the commands that run sessions.
import Tensors

/// Tensors may take this many bytes together; an allocation beyond raises PyTorch's error.
public func limitTensorMemory(_ bytes: Int) { Engine.current.memoryLimit = bytes }
