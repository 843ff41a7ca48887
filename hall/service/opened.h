#pragma once

#include <hall/settings/hall_settings.h>

#include <db/journal/journal.h>
#include <db/people/customers.h>
#include <db/reasons/visit_reasons.h>
#include <db/reports/wait_report.h>
#include <db/security/security_log.h>
#include <db/tokens/tokens.h>
#include <db/users/users.h>
#include <db/visits/visit_book.h>
#include <files/files.h>
#include <time/hall_zone.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace starqueue::hall {

/// What is opened before the first thread starts.
struct Opened
{
    time::HallZone zone;
    std::unique_ptr<db::Journal> journal;
    std::unique_ptr<db::TokenStore> tokens;
    std::unique_ptr<db::UserStore> users;
    std::unique_ptr<db::SecurityLog> securityLog;
    std::unique_ptr<db::CustomerStore> customers;
    std::unique_ptr<db::WaitReport> waits;
    std::unique_ptr<db::VisitBook> visits;
    std::unique_ptr<db::VisitReasons> reasons;
    db::Journal::Replayed past;
    std::string life; ///< of the journal
};

/// Of records and keys, whose pages are all read before the hall serves: more than these take too long, and
/// are read beside.
inline constexpr std::uintmax_t kCheckedBeforeServing = std::uintmax_t{64} << 20U;

/// Opens the files in `dir`; the error says in a sentence which one failed.
[[nodiscard]] tl::expected<Opened, std::string> openAll(const settings::HallSettings& settings,
                                                        const std::filesystem::path& dir, files::Files& files,
                                                        bool withCustomers, db::PasswordCost passwordCost);

} // namespace starqueue::hall
