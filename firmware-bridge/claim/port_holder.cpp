#include <firmware-bridge/claim/port_holder.h>

#include <sys/sysmacros.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace starqueue::claim {

namespace {

namespace fs = std::filesystem;

std::optional<pid_t> numberIn(const std::string& text)
{
    pid_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0)
        return std::nullopt;
    return number;
}

std::string firstOf(pid_t pid, const char* file, char end)
{
    std::string text;
    std::getline(std::ifstream("/proc/" + std::to_string(pid) + '/' + file), text, end);
    return text;
}

/// The kernel keeps fifteen characters of a program's name; how it was called has them all.
std::string nameOf(pid_t pid)
{
    const std::string kept = firstOf(pid, "comm", '\n');
    const std::string called = fs::path(firstOf(pid, "cmdline", '\0')).filename().string();
    return called.starts_with(kept) ? called : kept;
}

/// Its lines: "1: FLOCK  ADVISORY  WRITE 14445 00:1a:3 0 EOF" (proc(5)).
std::optional<pid_t> whoLocked(const struct stat& file)
{
    char place[64];
    std::snprintf(place, sizeof place, "%02x:%02x:%ju", major(file.st_dev), minor(file.st_dev),
                  static_cast<uintmax_t>(file.st_ino));
    std::ifstream locks("/proc/locks");
    for (std::string id, kind, mode, access, pid, where, rest; locks >> id >> kind >> mode >> access;) {
        const bool isWaiting = kind == "->";
        locks >> pid >> where;
        std::getline(locks, rest);
        if (!isWaiting && where == place)
            return numberIn(pid);
    }
    return std::nullopt;
}

bool hasOpen(const fs::path& process, const struct stat& file)
{
    std::error_code error;
    for (fs::directory_iterator entry(process / "fd", error), end; !error && entry != end;
         entry.increment(error)) {
        struct stat opened
        {};
        if (::stat(entry->path().c_str(), &opened) == 0 && S_ISCHR(opened.st_mode) &&
            opened.st_rdev == file.st_rdev)
            return true;
    }
    return false;
}

std::optional<pid_t> whoOpened(const struct stat& file)
{
    if (!S_ISCHR(file.st_mode))
        return std::nullopt;
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        const auto pid = numberIn(entry->path().filename().string());
        if (pid && *pid != ::getpid() && hasOpen(entry->path(), file))
            return pid;
    }
    return std::nullopt;
}

} // namespace

std::optional<PortHolder> holderOf(const struct stat& file)
{
    auto pid = whoLocked(file);
    if (!pid)
        pid = whoOpened(file);
    if (!pid)
        return std::nullopt;
    return PortHolder{*pid, nameOf(*pid)};
}

std::string toText(const std::optional<PortHolder>& holder)
{
    return holder ? holder->name + " (" + std::to_string(holder->pid) + ')' : std::string{};
}

} // namespace starqueue::claim
