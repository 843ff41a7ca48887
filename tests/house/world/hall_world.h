#pragma once

namespace starqueue::house {

class House;

/// The world "hall": the whole service, and people who speak HTTP with it.
void furnishWithHall(House& house);

} // namespace starqueue::house
