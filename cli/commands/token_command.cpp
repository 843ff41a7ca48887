#include <cli/commands/commands.h>

#include <cli/commands/hall_action.h>
#include <cli/console/name_check.h>
#include <cli/data/security_note.h>

#include <db/sqlite/hall_directory.h>
#include <db/tokens/tokens.h>

#include <files/posix_files.h>
#include <time/timestamp.h>

#include <CLI/CLI.hpp>

#include <iomanip>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::cli {

namespace {

struct TokenOptions
{
    std::string data;
    std::string role;
    std::string bound;
    db::Reach reach;
    std::string label;
    std::string file;
    std::string id;
    int overlapHours = 24;
};

std::vector<std::string> roleNames()
{
    constexpr auto kNames = formats::wordsOf<db::Role>();
    return {kNames.begin(), kNames.end()};
}

bool mustBeBound(db::Role role)
{
    return role == db::Role::Kiosk || role == db::Role::Clerk;
}

/// Writes the secret to the requested place. It can't be shown again.
void handOut(const db::NewToken& made, const std::string& file, Context& context)
{
    if (file.empty()) {
        context.out << made.secret << '\n';
        return;
    }
    const auto written = files::posix().replace(file, made.secret + "\n", files::Readers::OwnerAlone);
    if (!written)
        return context.fail(written.error().detail);
    context.out << made.token.id << " " << file << '\n';
}

/// What is wrong with how the token is bound; empty: nothing.
std::string wronglyBound(const TokenOptions& options, db::Role role)
{
    if (mustBeBound(role) == options.bound.empty())
        return std::string("--for names the kiosk of a kiosk or the counter of a clerk, and is ") +
               (mustBeBound(role) ? "missing" : "for those alone");
    const bool reaches = options.reach != db::Reach{};
    if ((role == db::Role::Bridge) != reaches)
        return std::string("--kiosk and --counter name what a bridge connects, and are ") +
               (reaches ? "for bridges alone" : "missing: one of them at least");
    return {};
}

tl::expected<db::NewToken, db::StorageError> make(db::TokenStore& tokens, const TokenOptions& options,
                                                  db::Role role, Instant now)
{
    const std::string label = options.label.empty() ? options.role : options.label;
    return role == db::Role::Bridge ? tokens.createBridge(options.reach, label, now)
                                    : tokens.create(role, options.bound, label, now);
}

void add(const TokenOptions& options, Context& context)
{
    const db::Role role = *formats::withWord<db::Role>(options.role);
    if (const std::string wrong = wronglyBound(options, role); !wrong.empty()) {
        context.err << "starqueue: " << wrong << '\n';
        context.status = ExitStatus::WrongUse;
        return;
    }
    const auto tokens = db::TokenStore::open(options.data);
    if (!tokens)
        return context.fail(tokens.error().detail);
    const auto made = make(**tokens, options, role, context.now());
    if (!made)
        return context.fail(made.error().detail);
    noteSecurity(options.data, db::SecurityEvent::TokenAdded,
                 made->token.id + ' ' + options.role + ' ' + made->token.label, context);
    handOut(*made, options.file, context);
}

/// "3", or of a bridge "kiosk:1,counter:1,counter:2".
std::string boundTo(const db::Token& token)
{
    std::string text = token.bound;
    const auto add = [&text](const char* what, const std::vector<std::string>& ids) {
        for (const std::string& id : ids)
            text.append(text.empty() ? "" : ",").append(what).append(id);
    };
    add("kiosk:", token.reach.kiosks);
    add("counter:", token.reach.counters);
    return text.empty() ? "-" : text;
}

void list(const TokenOptions& options, Context& context)
{
    const auto tokens = db::TokenStore::open(options.data);
    if (!tokens)
        return context.fail(tokens.error().detail);
    const auto present = (*tokens)->list();
    if (!present)
        return context.fail(present.error().detail);
    for (const db::Token& token : *present)
        context.out << std::left << std::setw(24) << token.id << ' ' << std::setw(14)
                    << formats::word(token.role) << ' ' << std::setw(8) << boundTo(token) << ' '
                    << token.label
                    << (token.until ? ", its earlier secret until " + time::timestamp(*token.until) : "")
                    << '\n';
}

void renew(const TokenOptions& options, Context& context)
{
    const auto now = givenNow(options.data, context.now());
    if (!now)
        return context.fail("this machine's clock is behind the hall's, so that nobody can say how long the "
                            "earlier secret holds: set the clock first");
    const auto tokens = db::TokenStore::open(options.data);
    if (!tokens)
        return context.fail(tokens.error().detail);
    const auto made = (*tokens)->renew(options.id, *now + std::chrono::hours{options.overlapHours});
    if (!made)
        return context.fail(made.error().detail);
    if (!*made)
        return context.fail("there is no token with the id " + options.id +
                            "; `starqueue token list` shows them");
    noteSecurity(options.data, db::SecurityEvent::TokenAdded,
                 options.id + " renewed, the earlier secret holds for " +
                     std::to_string(options.overlapHours) + " h",
                 context);
    handOut(**made, options.file, context);
}

void revoke(const TokenOptions& options, Context& context)
{
    const auto tokens = db::TokenStore::open(options.data);
    if (!tokens)
        return context.fail(tokens.error().detail);
    const auto revoked = (*tokens)->revoke(options.id);
    if (!revoked)
        return context.fail(revoked.error().detail);
    if (!*revoked)
        return context.fail("there is no token with the id " + options.id +
                            "; `starqueue token list` shows them");
    noteSecurity(options.data, db::SecurityEvent::TokenRevoked, options.id, context);
    context.out << "revoked " << options.id << '\n';
}

void addRenewing(CLI::App& token, const std::shared_ptr<TokenOptions>& options, Context& context)
{
    auto* renewing = hallAction(token, options->data, "renew",
                                "Gives a token another secret and shows it once; the earlier one holds for a "
                                "while, so that no face stands still");
    renewing->add_option("ID", options->id, "As `token list` shows it")->required();
    renewing->add_option("--overlap-hours", options->overlapHours, "How long the earlier secret holds")
        ->check(CLI::Range(0, 720))
        ->capture_default_str();
    renewing->add_option("--file", options->file, "Write it there, readable by the owner only");
    renewing->callback([options, &context] { renew(*options, context); });
}

} // namespace

void addToken(CLI::App& app, Context& context)
{
    auto* token = app.add_subcommand("token", "Who may talk to the hall");
    token->require_subcommand(1);
    auto options = std::make_shared<TokenOptions>();

    auto* adding = hallAction(*token, options->data, "add", "Makes a token and shows it once");
    adding->add_option("--role", options->role)->required()->check(CLI::IsMember(roleNames()));
    adding->add_option("--for", options->bound, "The kiosk or counter that it is bound to")->check(isName);
    adding->add_option("--kiosk", options->reach.kiosks, "Kiosks whose printers a bridge connects: 1,2")
        ->delimiter(',')
        ->check(isName);
    adding
        ->add_option("--counter", options->reach.counters,
                     "Counters whose displays, panels and keypads a bridge connects: 1,2,3")
        ->delimiter(',')
        ->check(isName);
    adding->add_option("--label", options->label, "What the list says of it")->check(isName);
    adding->add_option("--file", options->file, "Write it there, readable by the owner only");
    adding->callback([options, &context] { add(*options, context); });

    hallAction(*token, options->data, "list", "Id, role, kiosk or counter, label")
        ->callback([options, &context] { list(*options, context); });

    addRenewing(*token, options, context);

    auto* revoking =
        hallAction(*token, options->data, "revoke", "Takes a token back; it holds no longer from then on");
    revoking
        ->add_option("ID", options->id,
                     "As `token list` shows it; one of old that begins with - goes after --")
        ->required();
    revoking->callback([options, &context] { revoke(*options, context); });
}

} // namespace starqueue::cli
