#include <cli/console/number_text.h>

#include <array>
#include <cstdio>

namespace starqueue::cli {

std::string fixed(double value, int digits)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string percent(double share)
{
    return fixed(share * 100, 1) + " %";
}

std::string clockText(Minutes sinceMidnight)
{
    const auto twoDigits = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return twoDigits(sinceMidnight.count() / 60) + ':' + twoDigits(sinceMidnight.count() % 60);
}

} // namespace starqueue::cli
