// Defines what a session may ask of the engine: a limit of memory, and news of random numbers and roundings.
import Tensors

/// Tensors may take this many bytes together; an allocation beyond raises PyTorch's error.
public func limitTensorMemory(_ bytes: Int) { Engine.current.memoryLimit = bytes }

/// Calls `body` each time a generator that nobody seeded begins to give numbers.
public func followUnseededDraws(_ body: @escaping () -> Void) { Entropy.isUsed = body }

/// Calls `body` with each number that a tensor's text rounds: what is written and what was meant.
public func followTensorRounding(_ body: @escaping (String, Double) -> Void) { Engine.current.followRounding = body }
