#pragma once

#include <hall/settings/default_hall.h>
#include <hall/settings/hall_settings.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace starqueue::settings::test {

/// The default hall with `from` changed to `to`; the text must be there.
inline std::string edited(std::string_view from, std::string_view to)
{
    std::string text{defaultHall()};
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "the default hall doesn't say: " << from;
    if (at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

/// The line, counted from 1, on which `part` begins in `text`.
inline int lineOf(const std::string& text, std::string_view part)
{
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// The settings that `text` gives; a failure where it gives problems.
inline HallSettings accepted(const std::string& text)
{
    const auto settings = parseHallSettings(text, "hall.toml");
    if (settings)
        return *settings;
    ADD_FAILURE() << errorMessage(settings.error());
    return {};
}

/// The problems that `text` gives; none where it is taken.
inline formats::SettingProblems refused(const std::string& text)
{
    const auto settings = parseHallSettings(text, "hall.toml");
    return settings ? formats::SettingProblems{} : settings.error();
}

} // namespace starqueue::settings::test
