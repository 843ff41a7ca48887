#include <hall/service/opened.h>

#include <db/people/key_scratch.h>

namespace starqueue::hall {

namespace {

template <class Value> std::string detailOf(const tl::expected<Value, db::StorageError>& failed)
{
    return failed.error().detail;
}

/// Of the lines of the journal that `opened` has.
tl::expected<void, std::string> openReasons(Opened& opened, const std::filesystem::path& dir,
                                            files::Files& files)
{
    auto reasons = db::VisitReasons::open(dir, files, opened.life, opened.past.lastSeq);
    if (!reasons)
        return tl::unexpected(detailOf(reasons));
    opened.reasons = std::move(*reasons);
    return {};
}

/// Says also how to serve while they are brought back.
db::StorageError withWayOn(db::StorageError error)
{
    constexpr const char* kWithout = "starqueue-hall --without-customers";
    if (error.fault == db::StorageFault::Unreadable && error.detail.find(kWithout) == std::string::npos)
        error.detail +=
            std::string("; `") + kWithout + "` serves everybody as an ordinary customer meanwhile";
    return error;
}

/// Its customers, of whose pages none is damaged as far as that is known before the hall serves.
tl::expected<std::unique_ptr<db::CustomerStore>, db::StorageError>
openCustomers(const std::filesystem::path& dir, files::Files& files, bool withCustomers)
{
    auto customers = withCustomers ? db::CustomerStore::open(dir, files) : db::CustomerStore::none();
    if (!customers)
        return tl::unexpected(withWayOn(std::move(customers.error())));
    if ((*customers)->bytes() > kCheckedBeforeServing)
        return customers;
    if (auto whole = (*customers)->checkPages(); !whole)
        return tl::unexpected(withWayOn(std::move(whole.error())));
    return customers;
}

} // namespace

tl::expected<Opened, std::string> openAll(const settings::HallSettings& settings,
                                          const std::filesystem::path& dir, files::Files& files,
                                          bool withCustomers, db::PasswordCost passwordCost)
{
    Opened opened;
    const auto zone = time::HallZone::named(settings.timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    opened.zone = *zone;
    auto journal = db::Journal::open(dir, files);
    if (!journal)
        return tl::unexpected(detailOf(journal));
    opened.journal = std::move(*journal);
    sync::assumeCapability(db::writersThread); // there is no writer yet
    auto past = opened.journal->replay();
    if (!past)
        return tl::unexpected(detailOf(past));
    opened.past = std::move(*past);
    opened.life = opened.journal->life();
    if (const auto known = openReasons(opened, dir, files); !known)
        return tl::unexpected(known.error());
    db::clearKeyScratch(dir, files);
    auto tokens = db::TokenStore::open(dir, files, db::Beside::Journal);
    auto customers = openCustomers(dir, files, withCustomers);
    if (!tokens || !customers)
        return tl::unexpected(!tokens ? detailOf(tokens) : detailOf(customers));
    auto users = db::UserStore::open(dir, files, passwordCost, db::Beside::Journal);
    if (!users)
        return tl::unexpected(detailOf(users));
    opened.tokens = std::move(*tokens);
    opened.users = std::move(*users);
    auto securityLog = db::SecurityLog::open(dir, files, db::Beside::Journal);
    if (!securityLog)
        return tl::unexpected(detailOf(securityLog));
    opened.securityLog = std::move(*securityLog);
    opened.customers = std::move(*customers);
    opened.waits = std::make_unique<db::WaitReport>(dir, *opened.journal, opened.zone, files);
    opened.visits = std::make_unique<db::VisitBook>(*opened.journal);
    return opened;
}

} // namespace starqueue::hall
