#include <hall/service/log.h>

#include <nlohmann/json.hpp>
#include <spdlog/details/log_msg.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

std::string line(const std::string& message, bool asJson)
{
    spdlog::memory_buf_t out;
    logFormatter(asJson)->format(spdlog::details::log_msg("hall", spdlog::level::info, message), out);
    return {out.data(), out.size()};
}

// A line break of ASCII, of C1, of Unicode; a carriage return and a colour for terminals; a turn of
// direction.
const std::string kForged = "forbidden\n2026 info all is well\xC2\x85\xE2\x80\xA8\r\x1B[2K\xE2\x80\xAE 办结";

} // namespace

TEST(Log, HasOneLineForAMessageWhateverStandsInIt)
{
    const std::string text = line(kForged, false);
    EXPECT_EQ(std::ranges::count(text, '\n'), 1);
    EXPECT_TRUE(text.ends_with(
        " info forbidden\\u{a}2026 info all is well\\u{85}\\u{2028}\\u{d}\\u{1b}[2K\\u{202e} 办结\n"))
        << text;
    EXPECT_TRUE(line("half a character \xE5", false).ends_with(" info half a character \\x{e5}\n"));
}

TEST(Log, AsJsonHasOneObjectALine)
{
    const std::string text = line(kForged, true);
    EXPECT_EQ(std::ranges::count(text, '\n'), 1);
    const auto parsed = nlohmann::json::parse(text);
    EXPECT_EQ(parsed.at("level"), "info");
    EXPECT_TRUE(parsed.at("message").get<std::string>().starts_with("forbidden\\u{a}2026")) << text;
    EXPECT_TRUE(text.find("\xE2\x80\xA8") == std::string::npos) << text;
}

} // namespace starqueue::hall
