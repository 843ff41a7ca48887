#pragma once

namespace starqueue::house {

class HallProgram;
class House;
class Record;

/// Adds the bridge with its devices and the people before them, what goes wrong with them, and their
/// checkers.
void furnishWithBridge(House& house, HallProgram& hall, const Record& record);

} // namespace starqueue::house
