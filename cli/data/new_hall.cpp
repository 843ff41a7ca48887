#include <cli/data/new_hall.h>

#include <cli/data/example_bridge.h>
#include <cli/data/security_note.h>

#include <db/journal/journal.h>
#include <db/people/customers.h>
#include <db/security/security_log.h>
#include <db/tokens/tokens.h>
#include <db/users/users.h>

#include <files/posix_files.h>
#include <hall/settings/default_hall.h>
#include <hall/settings/hall_settings.h>

#include <algorithm>
#include <utility>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
constexpr auto kAdmin = "admin";
using Done = tl::expected<void, std::string>;

/// A role and the name of its token file.
struct Face
{
    std::string label;
    db::Role role;
    std::string bound;
    db::Reach reach{};
};

std::vector<Face> facesOf(const queue::Rules& rules)
{
    std::vector<Face> faces{{"kiosk-1", db::Role::Kiosk, "1"}, {"display-1", db::Role::Display, ""}};
    db::Reach wired{{"1"}, {}};
    for (const queue::CounterRule& counter : rules.counters) {
        faces.push_back({"counter-" + counter.id, db::Role::Clerk, counter.id});
        wired.counters.push_back(counter.id);
    }
    faces.push_back({"bridge", db::Role::Bridge, "", std::move(wired)});
    for (const db::Role role :
         {db::Role::Usher, db::Role::DutyManager, db::Role::Manager, db::Role::Admin, db::Role::Technician})
        faces.push_back({std::string{formats::word(role)}, role, ""});
    return faces;
}

fs::path tokenFile(const fs::path& dir, const Face& face)
{
    return dir / "tokens" / face.label;
}

fs::path adminsFile(const fs::path& dir)
{
    return dir / "users" / kAdmin;
}

Done nothingStandsThere(const fs::path& dir, const std::vector<Face>& faces)
{
    std::vector<fs::path> files{dir / "hall.toml", dir / "bridge.toml", adminsFile(dir)};
    for (const Face& face : faces)
        files.push_back(tokenFile(dir, face));
    for (const fs::path& file : files) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(file, error)))
            return tl::unexpected(file.string() +
                                  " is there already; nothing was changed. --force writes the "
                                  "settings and all tokens anew");
    }
    return {};
}

Done makeDirectory(const fs::path& dir)
{
    std::error_code error;
    if (fs::is_directory(dir, error))
        return {}; // with the rights that its owner gave it
    return files::posix().makeDirectory(dir).map_error(&files::FileError::detail);
}

Done write(const fs::path& file, std::string_view text, files::Readers readers)
{
    return files::posix().replace(file, text, readers).map_error(&files::FileError::detail);
}

Done openDatabases(const fs::path& dir)
{
    if (const auto journal = db::Journal::open(dir); !journal)
        return tl::unexpected(journal.error().detail);
    if (const auto customers = db::CustomerStore::open(dir); !customers)
        return tl::unexpected(customers.error().detail);
    if (const auto log = db::SecurityLog::open(dir); !log)
        return tl::unexpected(log.error().detail);
    if (const auto journal = db::Journal::open(dir); !journal) // whose anchor now knows what the hall has
        return tl::unexpected(journal.error().detail);
    return {};
}

Done revokeLabelled(db::TokenStore& tokens, const std::vector<Face>& faces)
{
    const auto present = tokens.list();
    if (!present)
        return tl::unexpected(present.error().detail);
    for (const db::Token& token : *present) {
        if (!std::ranges::any_of(faces, [&token](const Face& face) { return face.label == token.label; }))
            continue;
        if (const auto revoked = tokens.revoke(token.id); !revoked)
            return tl::unexpected(revoked.error().detail);
    }
    return {};
}

Done writeTokens(const fs::path& dir, const std::vector<Face>& faces, Instant now,
                 std::vector<fs::path>& written)
{
    const auto tokens = db::TokenStore::open(dir);
    if (!tokens)
        return tl::unexpected(tokens.error().detail);
    if (const Done revoked = revokeLabelled(**tokens, faces); !revoked)
        return revoked;
    for (const Face& face : faces) {
        const auto made = face.role == db::Role::Bridge
                              ? (*tokens)->createBridge(face.reach, face.label, now)
                              : (*tokens)->create(face.role, face.bound, face.label, now);
        if (!made)
            return tl::unexpected(made.error().detail);
        written.push_back(tokenFile(dir, face));
        const Done kept = write(written.back(), made->secret + "\n", files::Readers::OwnerAlone);
        if (!kept)
            return kept;
    }
    return {};
}

/// Adds the user, or gives them another password.
Done setAdminsPassword(db::UserStore& users, const std::string& password,
                       std::optional<time::WallTime> givenAt)
{
    const auto known = users.named(kAdmin);
    if (!known)
        return tl::unexpected(known.error().detail);
    db::User admin{{}, kAdmin, db::Role::Admin, false, true, 0, 0};
    admin.givenAt = givenAt;
    const auto done =
        *known ? users.setPassword((*known)->id, password, true, givenAt) : users.add(admin, password);
    return done ? Done{} : Done{tl::unexpected(done.error().detail)};
}

Done writeAdmin(const fs::path& dir, Instant now, db::PasswordCost cost, std::vector<fs::path>& written)
{
    const auto users = db::UserStore::open(dir, files::posix(), cost);
    if (!users)
        return tl::unexpected(users.error().detail);
    const std::string password = db::newPassword();
    written.push_back(adminsFile(dir));
    return setAdminsPassword(**users, password, givenNow(dir, now)).and_then([&] {
        return write(written.back(), password + "\n", files::Readers::OwnerAlone);
    });
}

Done writeSettings(const fs::path& dir, std::vector<fs::path>& written)
{
    written = {dir / "hall.toml", dir / "bridge.toml"};
    return write(written[0], settings::defaultHall(), files::Readers::Everybody).and_then([&written] {
        return write(written[1], exampleBridge(), files::Readers::Everybody);
    });
}

} // namespace

tl::expected<std::vector<fs::path>, std::string> makeHall(const fs::path& dir, Existing existing, Instant now,
                                                          db::PasswordCost cost)
{
    const auto hall = settings::parseHallSettings(settings::defaultHall(), "hall.toml");
    if (!hall)
        return tl::unexpected(formats::errorMessage(hall.error()));
    const std::vector<Face> faces = facesOf(hall->rules);
    const Done allowed = existing == Existing::Keep ? nothingStandsThere(dir, faces) : Done{};
    std::vector<fs::path> written;
    return allowed.and_then([&] { return makeDirectory(dir); })
        .and_then([&] { return makeDirectory(dir / "tokens"); })
        .and_then([&] { return makeDirectory(dir / "users"); })
        .and_then([&] { return openDatabases(dir); })
        .and_then([&] { return writeTokens(dir, faces, now, written); })
        .and_then([&] { return writeAdmin(dir, now, cost, written); })
        .and_then([&] {
            std::vector<fs::path> settingFiles;
            const Done done = writeSettings(dir, settingFiles);
            written.insert(written.begin(), settingFiles.begin(), settingFiles.end());
            return done;
        })
        .map([&] { return written; });
}

} // namespace starqueue::cli
