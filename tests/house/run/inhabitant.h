#pragma once

namespace starqueue::house {

/// A part of the house: a program, a device, a person.
class Inhabitant
{
public:
    virtual ~Inhabitant() = default;
    /// Puts its first entries on the agenda.
    virtual void start() = 0;
    /// The run is over, and everybody is still there: lets go of what others own.
    virtual void end() {}
};

} // namespace starqueue::house
