#pragma once

#include <house/hall/hall_program.h>
#include <house/record/record.h>
#include <house/run/inhabitant.h>

namespace starqueue::house {

/// The record that the checkers read; it moves in with the hall.
class RecordKeeper final : public Inhabitant
{
public:
    explicit RecordKeeper(const HallProgram& hall) : record(hall.database()) {}
    void start() override {}

    Record record;
};

} // namespace starqueue::house
