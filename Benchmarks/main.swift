import Foundation
import Tensors
for i in operatorItems where CommandLine.arguments.dropFirst().contains(where: { i.id.contains($0) }) { print(i.id, Stopwatch.medianMilliseconds(i.prepare())) }
