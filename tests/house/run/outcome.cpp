#include <house/run/outcome.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace starqueue::house {

using nlohmann::json;

namespace {

std::string packed(const Outcome& outcome)
{
    json findings = json::object();
    for (const auto& [name, finding] : outcome.findings)
        findings[name] = {finding.at.count(), finding.first, finding.count};
    return json{{"hash", outcome.hash},
                {"steps", outcome.steps},
                {"findings", findings},
                {"sometimes", outcome.sometimes}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

Outcome unpacked(const std::string& text)
{
    const json all = json::parse(text);
    Outcome outcome{all["hash"], all["steps"], {}, all["sometimes"]};
    for (const auto& [name, finding] : all["findings"].items())
        outcome.findings[name] = {std::chrono::nanoseconds{finding[0].get<std::int64_t>()}, finding[1],
                                  finding[2]};
    return outcome;
}

[[noreturn]] void runAndTell(const Run& run, const Options& options, int pipe)
{
    const std::string told = packed(run(options));
    for (std::size_t done = 0; done < told.size();) {
        const ssize_t written = ::write(pipe, told.data() + done, told.size() - done);
        if (written < 0)
            ::_exit(1);
        done += static_cast<std::size_t>(written);
    }
    std::fflush(stdout);
    ::_exit(0);
}

std::string readAll(int pipe)
{
    std::string all;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = ::read(pipe, part.data(), part.size())) > 0;)
        all.append(part.data(), static_cast<std::size_t>(got));
    ::close(pipe);
    return all;
}

} // namespace

std::string Outcome::inWords() const
{
    std::string words;
    for (const auto& [name, finding] : findings)
        words += fmt::format("  {}, first at {:.3f} s, {} times: {}\n", name,
                             std::chrono::duration<double>{finding.at}.count(), finding.count, finding.first);
    return words;
}

Outcome runInChild(const Run& run, const Options& options)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe for a run");
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        runAndTell(run, options, ends[1]);
    }
    ::close(ends[1]);
    const std::string told = readAll(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status == 0 && !told.empty())
        return unpacked(told);
    Outcome died;
    died.findings["process"] = {options.length(), fmt::format("the run ended with status {:#x}", status), 1};
    return died;
}

} // namespace starqueue::house
