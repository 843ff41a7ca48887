#pragma once

#include <files/posix_files.h>
#include <time/instant.h>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// The result of one check of the doctor.
struct Finding
{
    enum class Grade {
        Well,
        Note, ///< perhaps intended: a device isn't plugged in here, the service isn't running
        Bad
    };

    Grade grade = Grade::Well;
    std::string about;
    std::string detail;
};

/// Checks hall.toml and the databases.
[[nodiscard]] std::vector<Finding> examineHall(const std::filesystem::path& dir);
/// Checks that the disk takes what the service writes: that it has room, and that each file may be written.
[[nodiscard]] std::vector<Finding> examineDisk(const std::filesystem::path& dir,
                                               files::Files& disk = files::posix());
/// Whether it takes nothing more: then databases can't be read either, unless the service has them open.
[[nodiscard]] bool isDiskFull(const std::filesystem::path& dir, files::Files& disk = files::posix());
/// Checks that hall.toml has the public days of this year, and from November on of the next.
[[nodiscard]] std::vector<Finding> examineCalendar(const std::filesystem::path& dir, Instant now);
/// Checks the copies of the keys that `backup --keys` made: the last one is whole, and none holds the key of
/// somebody who was erased.
[[nodiscard]] std::vector<Finding> examineKeys(const std::filesystem::path& dir);
/// Checks what of the hall goes over a network in clear: where it listens, tickets' pages, the webhook.
[[nodiscard]] std::vector<Finding> examineClearText(const std::filesystem::path& dir);
/// Checks tokens/: each file readable by its owner only, each token known to the hall.
[[nodiscard]] std::vector<Finding> examineTokens(const std::filesystem::path& dir);
/// Administrators whom the hall doesn't let in.
[[nodiscard]] std::vector<Finding> examineUsers(const std::filesystem::path& dir);
/// What the running hall says of the devices that bridges have reported.
[[nodiscard]] std::vector<Finding> examineDevices(const std::filesystem::path& dir);
/// Checks that each port in bridge.toml is open in a running bridge, or exists, is a terminal and can be
/// opened by us.
[[nodiscard]] std::vector<Finding> examinePorts(const std::filesystem::path& dir);
/// Checks that each printer in bridge.toml has glyphs for what its tickets say of the hall.
[[nodiscard]] std::vector<Finding> examinePrinters(const std::filesystem::path& dir);
/// Checks that the service answers at the address in hall.toml, believes its clock and takes commands.
[[nodiscard]] std::vector<Finding> examineService(const std::filesystem::path& dir);
/// Whether what answers at `url` is a hall, by the body of its /healthz.
[[nodiscard]] Finding serviceFinding(const std::string& url, const std::string& health);
/// What the body of /healthz says of the hall's clock.
[[nodiscard]] Finding clockFinding(const std::string& health);
/// What it says of the hall's disk.
[[nodiscard]] Finding storageFinding(const std::string& health);
/// What it says of the webhook.
[[nodiscard]] Finding webhookFinding(const std::string& health);
/// Whether the service can read its customers' records.
[[nodiscard]] Finding customersFinding(const std::string& health);
/// What it says of the staff's look-ups of customers.
[[nodiscard]] Finding lookupsFinding(const std::string& health);
/// What it says of what was unusual in the hall's use.
[[nodiscard]] Finding useFinding(const std::string& health);

} // namespace starqueue::cli
