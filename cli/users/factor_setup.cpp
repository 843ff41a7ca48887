#include <cli/users/factor_setup.h>

#include <cli/data/security_note.h>
#include <cli/users/terminal_qr.h>

#include <db/users/one_time_code.h>

#include <optional>
#include <string>
#include <vector>

namespace starqueue::cli {

namespace {

constexpr int kTries = 3;
constexpr std::int64_t kFarthest = 20; // steps, ten minutes: the clocks may differ from the beginning

void showSecret(const std::string& secret, const std::string& user, Context& context)
{
    const std::string address = db::codeAddress(secret, "StarQueue", user);
    context.out << "Scan this with an authenticator on a telephone, or type the secret into it:\n\n"
                << terminalQr(address) << '\n'
                << "secret   " << db::typedCodeSecret(secret) << '\n'
                << "address  " << address << "\n\n";
    context.out.flush();
}

/// The factor that the right code of `secret` shows to have come over; empty, with an error said: it wasn't
/// typed.
std::optional<db::NewFactor> provenFactor(const std::string& secret, Context& context)
{
    for (int i = 0; i < kTries; ++i) {
        const auto typed = context.ask ? context.ask("The code that it shows now: ") : std::nullopt;
        if (!typed) {
            context.fail("nobody typed the code: run this at a terminal. Nothing was changed");
            return {};
        }
        const std::int64_t now = db::codeStepAt({context.now()});
        if (const auto step = db::stepOfCode(secret, db::plainCode(*typed), now, kFarthest))
            return db::NewFactor{secret, *step, now};
        context.err << "That isn't the code of this secret.\n";
    }
    context.fail(
        "the code was wrong three times: is the clock of this machine, or of the telephone, more than "
        "ten minutes wrong? Nothing was changed");
    return {};
}

void showRecovery(const std::vector<std::string>& codes, Context& context)
{
    context.out
        << "\nFor when the telephone is lost, each of these logs in once. They are shown now and never "
           "again:\n\n";
    for (const std::string& code : codes)
        context.out << "  " << code << '\n';
    context.out << "\nFrom the next log-in on the code is asked for.\n";
}

} // namespace

void setUpFactor(db::UserStore& users, const db::User& user, const std::filesystem::path& dir,
                 Context& context)
{
    if (user.role == db::Role::Clerk)
        return context.fail("a clerk logs in at a counter with a PIN, where no code is asked for");
    const std::string secret = db::newCodeSecret();
    showSecret(secret, user.name, context);
    const auto factor = provenFactor(secret, context);
    if (!factor)
        return;
    const auto codes = users.setFactor(user.id, *factor);
    if (!codes)
        return context.fail(codes.error().detail);
    if (!*codes)
        return context.fail("the user " + user.name + " is gone");
    noteSecurity(dir, db::SecurityEvent::FactorSet, user.name, context);
    showRecovery(**codes, context);
}

void removeFactor(db::UserStore& users, const db::User& user, const std::filesystem::path& dir,
                  Context& context)
{
    const auto changed = users.removeFactor(user.id);
    if (!changed)
        return context.fail(changed.error().detail);
    noteSecurity(dir, db::SecurityEvent::FactorRemoved, user.name, context);
    context.out << user.name << " logs in with the password alone, unless the hall demands a second factor ("
                << "[security] second_factor)\n";
}

} // namespace starqueue::cli
