#pragma once

namespace starqueue::house {

class House;

/// The world "hall" with a core: the service, one kiosk and one counter. After the first storm all others are
/// lost for ever; who draws a number at the kiosk must still be called to the counter.
void furnishWithCore(House& house);

} // namespace starqueue::house
