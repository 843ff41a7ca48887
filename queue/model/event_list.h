#pragma once

namespace starqueue::queue {

/// The events of a decision, in order: a vector of queue::Event (queue/events.h). Only declared here, so that
/// a topic can append its events without including those of the others.
struct Events;

/// Appends `event`, which must be one of queue::Event.
template <class E> void add(Events& events, E event);

} // namespace starqueue::queue
