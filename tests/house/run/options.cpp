#include <house/run/options.h>

#include <fmt/format.h>

#include <charconv>
#include <sstream>

namespace starqueue::house {

namespace {

template <class Number> bool readNumber(std::string_view text, Number& to)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), to);
    return error == std::errc{} && end == text.data() + text.size();
}

bool readUntil(std::string_view text, Options& options)
{
    std::int64_t seconds = 0;
    if (!readNumber(text, seconds) || seconds < 0)
        return false;
    options.until = std::chrono::seconds{seconds};
    return true;
}

bool readMix(const std::string& text, Options& options)
{
    std::istringstream words{text};
    for (std::string word; std::getline(words, word, ',');)
        options.mix.insert(word);
    return !options.mix.empty();
}

bool readFlag(std::string_view name, Options& options)
{
    if (name == "--trace")
        options.trace = true;
    else if (name == "--core")
        options.core = true;
    else if (name == "--hashes")
        options.hashes = true;
    else
        return false;
    return true;
}

bool readOption(std::string_view name, const std::string& value, Options& options)
{
    if (name == "--seeds")
        return readNumber(value, options.seeds) && options.seeds > 0;
    if (name == "--hours")
        return readNumber(value, options.hours) && options.hours > 0;
    if (name == "--until")
        return readUntil(value, options);
    if (name == "--mix")
        return readMix(value, options);
    options.world = value;
    return name == "--world";
}

} // namespace

std::chrono::seconds Options::length() const
{
    constexpr double kHour = 3600;
    return until.value_or(std::chrono::seconds{static_cast<std::int64_t>(hours * kHour)});
}

std::string Options::line() const
{
    const Options usual;
    std::string line = fmt::format("house {} --hours {}", seed, hours);
    if (world != usual.world)
        line += " --world " + world;
    if (!mix.empty())
        line += fmt::format(" --mix {}", fmt::join(mix, ","));
    if (until)
        line += fmt::format(" --until {}", until->count());
    if (core)
        line += " --core";
    return line;
}

tl::expected<Options, std::string> parseOptions(std::span<const char* const> arguments)
{
    Options options;
    if (arguments.empty() || !readNumber(std::string_view{arguments[0]}, options.seed))
        return tl::unexpected(std::string{"the seed, a whole number, comes first"});
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (readFlag(name, options))
            continue;
        if (i + 1 == arguments.size() || !readOption(name, arguments[i + 1], options))
            return tl::unexpected("this can't be understood: " + std::string{name});
        ++i;
    }
    return options;
}

} // namespace starqueue::house
