#pragma once

#include <house/people/follower.h>
#include <house/record/record.h>

namespace starqueue::house {

/// Who else is in the hall, and the checkers that hold what they are told, and the journal itself, against
/// rules that share no code with the hall. `display` and `desk` follow the events already.
void addVisitors(House& house, HallProgram& hall, const Record& record, const Follower& display,
                 const Follower& desk);

} // namespace starqueue::house
