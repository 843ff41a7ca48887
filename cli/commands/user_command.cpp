#include <cli/commands/commands.h>

#include <cli/commands/hall_action.h>
#include <cli/data/security_note.h>
#include <cli/users/factor_setup.h>

#include <db/sqlite/hall_directory.h>
#include <db/users/known/known_passwords.h>
#include <db/users/pepper.h>
#include <db/users/users.h>

#include <CLI/CLI.hpp>

#include <iomanip>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::cli {

namespace {

struct UserOptions
{
    std::string data;
    std::string name;
    std::string role;
    std::int64_t authorityYuan = 0;
    bool resets = false; ///< takes the second factor away
};

std::vector<std::string> rolesOfUsers()
{
    std::vector<std::string> names;
    for (const auto& [role, word, asNull] : formats::kWords<db::Role>)
        if (db::isRoleOfUsers(role))
            names.emplace_back(word);
    return names;
}

std::unique_ptr<db::UserStore> openUsers(const UserOptions& options, Context& context)
{
    auto users = db::UserStore::open(options.data, files::posix(), context.passwordCost);
    if (users)
        return std::move(*users);
    context.fail(users.error().detail);
    return nullptr;
}

/// Empty, with an error said: nobody has the name.
std::optional<db::User> userNamed(db::UserStore& users, const UserOptions& options, Context& context)
{
    const auto found = users.named(options.name);
    if (!found)
        context.fail(found.error().detail);
    else if (!*found)
        context.fail("there is no user " + options.name + "; `starqueue user list` shows them");
    return found.value_or(std::nullopt);
}

/// Empty, with an error said: it can't be taken.
std::optional<std::string> secretFor(const std::string& name, db::Role role, Context& context)
{
    const auto secret = context.newSecret();
    std::string why = secret ? db::whyNotSecret(role, name, *secret) : secret.error();
    if (why.empty() && role != db::Role::Clerk) {
        const auto known = db::whyKnown(name, *secret);
        why = known ? *known : known.error();
    }
    if (why.empty())
        return *secret;
    context.fail(why);
    return {};
}

/// Whoever types it here may not be the one whose it is, but for a PIN, which can't be changed elsewhere.
bool isToBeChanged(db::Role role)
{
    return role != db::Role::Clerk;
}

void addOne(const UserOptions& options, Context& context)
{
    if (const std::string why = db::whyNotName(options.name); !why.empty())
        return context.fail(why);
    const db::Role role = *formats::withWord<db::Role>(options.role);
    const auto users = openUsers(options, context);
    if (!users)
        return;
    const auto secret = secretFor(options.name, role, context);
    if (!secret)
        return;
    db::User user{{}, options.name, role, false, isToBeChanged(role), options.authorityYuan, 0};
    user.givenAt = givenNow(options.data, context.now());
    const auto added = users->add(user, *secret);
    if (!added)
        return context.fail(added.error().detail);
    if (!*added)
        return context.fail("there is a user " + options.name + " already");
    noteSecurity(options.data, db::SecurityEvent::UserAdded, options.name, context);
    context.out << "added " << options.name << '\n';
}

void setPassword(const UserOptions& options, Context& context)
{
    const auto users = openUsers(options, context);
    const auto user = users ? userNamed(*users, options, context) : std::nullopt;
    const auto secret = user ? secretFor(user->name, user->role, context) : std::nullopt;
    if (!secret)
        return;
    const auto changed = users->setPassword(user->id, *secret, isToBeChanged(user->role),
                                            givenNow(options.data, context.now()));
    if (!changed)
        return context.fail(changed.error().detail);
    noteSecurity(options.data, db::SecurityEvent::UserChanged, options.name + " password", context);
    context.out << "changed " << options.name << '\n';
}

void disable(const UserOptions& options, Context& context)
{
    const auto users = openUsers(options, context);
    const auto user = users ? userNamed(*users, options, context) : std::nullopt;
    if (!user)
        return;
    db::UserChange wanted;
    wanted.disabled = true;
    const auto changed = users->change(user->id, wanted);
    if (!changed)
        return context.fail(changed.error().detail);
    noteSecurity(options.data, db::SecurityEvent::UserChanged, options.name + " disabled", context);
    context.out << "disabled " << options.name << '\n';
}

void setFactor(const UserOptions& options, Context& context)
{
    const auto users = openUsers(options, context);
    const auto user = users ? userNamed(*users, options, context) : std::nullopt;
    if (user && options.resets)
        removeFactor(*users, *user, options.data, context);
    else if (user)
        setUpFactor(*users, *user, options.data, context);
}

void makePepper(const UserOptions& options, Context& context)
{
    if (const std::string why = db::whyNotServed(options.data); !why.empty())
        return context.fail(why);
    const auto made = db::makePepper(options.data, files::posix());
    if (!made)
        return context.fail(made.error().detail);
    if (!*made)
        return context.fail("there is a pepper already; another one would let nobody in whose password was "
                            "hashed with it");
    noteSecurity(options.data, db::SecurityEvent::UserChanged, "- pepper", context);
    context.out
        << "From each one's next log-in on, passwords and PINs are hashed with keys/pepper.key, too.\n"
           "No backup has it: keep a copy apart from the backups (docs/security.md). Without it they\n"
           "can log in no longer, until `starqueue user passwd` gives each another password.\n";
}

/// As `user list` shows it.
std::string stateOf(const db::User& user, time::WallTime now)
{
    const std::string state = user.disabled                        ? "disabled"
                              : db::isFirstPasswordOver(user, now) ? "first password is over"
                              : user.mustChange                    ? "must change"
                                                                   : "-";
    return user.hasFactor ? state + ", second factor" : state;
}

void list(const UserOptions& options, Context& context)
{
    const auto users = openUsers(options, context);
    if (!users)
        return;
    const auto present = users->list();
    if (!present)
        return context.fail(present.error().detail);
    for (const db::User& user : *present)
        context.out << std::left << std::setw(24) << user.name << ' ' << std::setw(14)
                    << formats::word(user.role) << ' ' << std::setw(10) << user.authorityYuan << ' '
                    << stateOf(user, time::WallTime{context.now()}) << '\n';
}

CLI::App* actionOnOne(CLI::App& user, const std::shared_ptr<UserOptions>& options, const char* name,
                      const char* about)
{
    auto* command = hallAction(user, options->data, name, about);
    command->add_option("NAME", options->name, "The name to log in with; of a clerk, the number")->required();
    return command;
}

} // namespace

void addUser(CLI::App& app, Context& context)
{
    auto* user = app.add_subcommand("user", "Who may log in at the managers' pages and the counters");
    user->require_subcommand(1);
    auto options = std::make_shared<UserOptions>();

    auto* adding = actionOnOne(*user, options, "add",
                               "Adds a user. The password, which is changed at the first log-in, or the "
                               "clerk's PIN comes from the terminal or as one line of the standard input");
    adding->add_option("--role", options->role)->required()->check(CLI::IsMember(rolesOfUsers()));
    adding->add_option("--authority-yuan", options->authorityYuan, "The largest compensation they decide")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{100'000'000}));
    adding->callback([options, &context] { addOne(*options, context); });

    actionOnOne(*user, options, "passwd",
                "Gives a user another password or PIN, likewise, and lets a disabled one in again")
        ->callback([options, &context] { setPassword(*options, context); });
    actionOnOne(*user, options, "disable", "Lets a user in no longer; who is logged in is logged out")
        ->callback([options, &context] { disable(*options, context); });
    auto* factor = actionOnOne(*user, options, "factor",
                               "Gives a user a second factor: an authenticator's code, asked for beside the "
                               "password, and ten recovery codes");
    factor->add_flag("--reset", options->resets,
                     "Takes it away, as when telephone and recovery codes are lost");
    factor->callback([options, &context] { setFactor(*options, context); });
    hallAction(
        *user, options->data, "pepper",
        "Makes a key apart from the database (keys/pepper.key) that passwords and PINs are hashed with, too")
        ->callback([options, &context] { makePepper(*options, context); });
    hallAction(*user, options->data, "list", "Name, role, largest compensation in yuan, state")
        ->callback([options, &context] { list(*options, context); });
}

} // namespace starqueue::cli
