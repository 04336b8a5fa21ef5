import Layers
import Subjects
import Tensors
import Testing

/// The alarm that rings for the first or the second of eight sensors.
@Suite struct AlarmNetworkTests {
  @Test func `states are in binary order, and three quarters of them ring`() {
    let states = AlarmNetwork.states
    #expect(states.shape == [256, 8])
    #expect(states[5].scalars == [1, 0, 1, 0, 0, 0, 0, 0])
    let rings = AlarmNetwork.rings
    #expect(rings.shape == [256] && rings.sum().scalar == 192)
    #expect(rings[..<5].scalars == [0, 1, 1, 1, 0])
  }

  @Test func `it has learned the alarm, from states that it names`() throws {
    let alarm = try AlarmNetwork(seed: 3)
    #expect(alarm.seen.count == AlarmNetwork.seenCount && alarm.unseen.count == 160)
    #expect(Set(alarm.seen + alarm.unseen) == Set(0..<256))
    let answers = alarm.network(AlarmNetwork.states.selecting(alarm.unseen))[.all, 0]
    let right = AlarmNetwork.rings.selecting(alarm.unseen)
    #expect(((answers .> 0.5) .== right).mean().scalar > 0.98)
    #expect(
      try AlarmNetwork(seed: 3).network(AlarmNetwork.states) == alarm.network(AlarmNetwork.states))
    #expect(try AlarmNetwork(seed: 4).seen != alarm.seen)
  }

  @Test func `parts are magnitudes, and add up to one`() {
    #expect(AlarmNetwork.parts(of: [3, -1, 0]) == [0.75, 0.25, 0])
  }
}
