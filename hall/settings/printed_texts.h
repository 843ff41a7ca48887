#pragma once

#include <hall/settings/hall_settings.h>

#include <formats/encoding/printer_repertoire.h>

#include <string>
#include <vector>

namespace starqueue::settings {

/// The settings that stand on tickets and hold characters that a printer hasn't got, a text each:
/// `service "sim".name.zh: 㛃 (U+36C3)`. They come out as a hollow square or a question mark.
[[nodiscard]] std::vector<std::string> unprintableTexts(const HallSettings& settings,
                                                        formats::Repertoire repertoire);

} // namespace starqueue::settings
