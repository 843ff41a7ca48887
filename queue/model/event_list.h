#pragma once

namespace starqueue::queue {

/// What a decision has led to, in order: a vector of every kind of event (queue/events.h). Here it is a name
/// alone, so that a topic can append its events without knowing those of the others.
struct Events;

/// Appends `event`, which must be one of queue::Event.
template <class E> void add(Events& events, E event);

} // namespace starqueue::queue
