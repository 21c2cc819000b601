/// Something that is to happen in a simulated town.
///
/// Not a part of ``Simulation``, whose type depends on its world: queues and tables of what depends on no world stay as
/// quick as any other.
enum SimulationEvent {
  case hour
  case weather(round: Int)
  case arrival(StayKind, round: Int)
  case recorded(Int)
  case look(ParkingSession.ID, times: Int)
  case overrun(ParkingSession.ID)
  case redemption(Errand, ParkingSession.ID)
  case departure(ParkingSession.ID)
  case intervention(Intervention)
}
