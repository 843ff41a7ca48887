#include <cli/backup/following.h>

#include <cli/backup/backup.h>
#include <cli/backup/followed_set.h>

#include <db/restore/journal_follower.h>

#include <semaphore>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;

tl::expected<void, std::string> makeBase(const Following& following)
{
    if (db::isFollowedSet(following.set))
        return {};
    std::error_code error;
    fs::create_directories(following.set, error);
    if (error)
        return tl::unexpected("can't make the directory " + following.set.string() + ": " + error.message());
    // First, as a set without it isn't whole.
    return keepErased(following.hall, following.set).and_then([&following] {
        return backUp(following.hall, following.set / "base").map([](const auto&) {});
    });
}

tl::expected<std::uint64_t, std::string> copyOnce(const Following& following, db::JournalFollower& follower)
{
    const auto copied = follower.copy();
    if (!copied)
        return tl::unexpected(copied.error().detail);
    return keepErased(following.hall, following.set).map([&copied] { return *copied; });
}

void wait(std::chrono::milliseconds pause, std::stop_token ends)
{
    std::binary_semaphore isOver{0};
    const std::stop_callback ending(std::move(ends), [&isOver] { isOver.release(); });
    (void)isOver.try_acquire_for(pause);
}

} // namespace

tl::expected<std::uint64_t, std::string> follow(const Following& following, std::stop_token ends)
{
    if (const auto made = makeBase(following); !made)
        return tl::unexpected(made.error());
    const auto follower = db::JournalFollower::begin(following.hall, following.set);
    if (!follower)
        return tl::unexpected(follower.error().detail);
    std::string trouble;
    while (true) {
        const bool isLast = ends.stop_requested();
        const auto copied = copyOnce(following, **follower);
        if (isLast)
            return copied;
        if (!copied && copied.error() != trouble)
            following.onTrouble(copied.error());
        trouble = copied ? std::string{} : copied.error();
        wait(following.pause, ends);
    }
}

} // namespace starqueue::cli
