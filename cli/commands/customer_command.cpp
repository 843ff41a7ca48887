#include <cli/backup/key_backup.h>
#include <cli/commands/commands.h>
#include <cli/commands/hall_action.h>
#include <cli/data/security_note.h>

#include <db/crypto/hashing.h>
#include <db/people/customers.h>
#include <db/people/erasures.h>
#include <db/sqlite/hall_directory.h>

#include <time/timestamp.h>

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace starqueue::cli {

namespace {

struct CustomerOptions
{
    std::string data;
    std::string ref;
    std::string kind;
    std::string destroyed;
};

constexpr const char* kNobody = "nobody of that name or reference is in the records; nothing was changed";

std::unique_ptr<db::CustomerStore> openCustomers(const CustomerOptions& options, Context& context)
{
    auto customers = db::CustomerStore::open(options.data);
    if (customers)
        return std::move(*customers);
    context.fail(customers.error().detail);
    return nullptr;
}

/// By --ref, or by what is typed; empty, with an error said: nobody.
std::optional<queue::Bits128> customerOf(const CustomerOptions& options, db::CustomerStore& customers,
                                         Context& context)
{
    if (!options.ref.empty())
        return db::bitsOfHex(options.ref);
    const auto value = context.identity();
    if (!value) {
        context.fail(value.error());
        return {};
    }
    const auto found = customers.lookup(*formats::withWord<db::IdentityKind>(options.kind), *value);
    if (found && *found)
        return (*found)->customerRef;
    context.fail(found ? kNobody : found.error().detail);
    return {};
}

nlohmann::ordered_json describe(const db::CustomerCard& card)
{
    nlohmann::ordered_json labels = nlohmann::ordered_json::array();
    for (const db::NeedLabel& label : card.labels)
        labels.push_back({{"name", label.name},
                          {"firstNeed", label.firstNeed},
                          {"secondNeed", label.secondNeed},
                          {"note", label.note},
                          {"icon", label.icon},
                          {"expires", label.expires ? nlohmann::ordered_json(time::dateText(*label.expires))
                                                    : nlohmann::ordered_json(nullptr)}});
    return {{"customerRef", db::hexOf(card.customer.customerRef)},
            {"name", card.name},
            {"stars", card.customer.stars},
            {"keyContact", card.customer.keyContact},
            {"labels", std::move(labels)}};
}

void exportOne(const CustomerOptions& options, Context& context)
{
    const auto customers = openCustomers(options, context);
    const auto ref = customers ? customerOf(options, *customers, context) : std::nullopt;
    if (!ref)
        return;
    const auto card = customers->card(*ref);
    if (!card || !*card)
        return context.fail(card ? kNobody : card.error().detail);
    // Before anybody sees it: what isn't logged isn't told.
    noteSecurity(options.data, db::SecurityEvent::CustomerExported, db::hexOf(*ref), context);
    if (context.status == ExitStatus::Well)
        context.out << describe(**card).dump(2) << '\n';
}

void sayPending(const CustomerOptions& options, const PendingCopy& copy, Context& context)
{
    const std::string file = copy.copy.file.string();
    noteSecurity(options.data, db::SecurityEvent::KeyCopyPending, file, context);
    context.fail(file + ": " + pendingText(options.data, copy.copy, copy.erasures) + " (" + copy.why + ")");
}

/// Says what every copy of the keys came to.
void finish(const CustomerOptions& options, Context& context)
{
    const auto pending = finishErasures(options.data);
    if (!pending)
        return context.fail("pending: backup medium. " + pending.error());
    for (const PendingCopy& copy : *pending)
        sayPending(options, copy, context);
    if (pending->empty())
        context.out << "no copy of the keys holds the key of anybody who was erased\n";
}

bool wasErased(const std::string& data, const queue::Bits128& ref)
{
    const auto erased = db::erasedIn(data);
    return erased && std::ranges::find(*erased, ref) != erased->end();
}

void eraseOne(const CustomerOptions& options, Context& context)
{
    {
        const auto customers = openCustomers(options, context);
        const auto ref = customers ? customerOf(options, *customers, context) : std::nullopt;
        if (!ref)
            return;
        if (const bool isAgain = wasErased(options.data, *ref); !isAgain) {
            const auto card = customers->card(*ref);
            if (!card || !*card)
                return context.fail(card ? kNobody : card.error().detail);
        }
        if (const auto begun = beginErasure(options.data); !begun)
            return context.fail(begun.error());
        // First, so that no erasure that is killed stands nowhere.
        noteSecurity(options.data, db::SecurityEvent::ErasureBegun, db::hexOf(*ref), context);
        if (context.status != ExitStatus::Well)
            return;
        if (const auto forgotten = customers->forget(*ref); !forgotten)
            return context.fail(forgotten.error().detail);
        noteSecurity(options.data, db::SecurityEvent::CustomerErased, db::hexOf(*ref), context);
        context.out << "erased " << db::hexOf(*ref) << " from this hall's records\n";
    }
    finish(options, context);
}

void finishAll(const CustomerOptions& options, Context& context)
{
    if (!options.destroyed.empty()) {
        const auto struck = strikeKeyCopy(options.data, options.destroyed);
        if (!struck || !*struck)
            return context.fail(struck ? options.destroyed +
                                             " is none of the copies; `starqueue doctor` shows them"
                                       : struck.error());
    }
    finish(options, context);
}

void acceptLoss(const CustomerOptions& options, Context& context)
{
    // First, so that no loss is accepted that nobody reads of.
    noteSecurity(options.data, db::SecurityEvent::LossAccepted, "customers", context);
    if (context.status != ExitStatus::Well)
        return;
    const auto dropped = db::CustomerStore::acceptLoss(options.data);
    if (!dropped)
        return context.fail(dropped.error().detail);
    context.out
        << "goes on with the records and keys that are there; " << *dropped
        << " records without a key were dropped. Import again whoever is missing; erase again whoever "
           "was erased last\n";
}

/// 32 digits, as the journal and the security log have them.
std::string whyNotReference(const std::string& text)
{
    return db::bitsOfHex(text) ? std::string{} : "a reference is 32 hexadecimal digits in lower case";
}

std::vector<std::string> kindsOfIdentity()
{
    constexpr auto kKinds = formats::wordsOf<db::IdentityKind>();
    return {kKinds.begin(), kKinds.end()};
}

CLI::App* actionOnCustomer(CLI::App& customer, const std::shared_ptr<CustomerOptions>& options,
                           const char* name, const char* about)
{
    auto* command = hallAction(customer, options->data, name, about);
    auto* by = command->add_option_group("by", "Who it is");
    by->add_option("--ref", options->ref, "The customer's reference")
        ->check(CLI::Validator(whyNotReference, "REF"));
    by->add_option("--kind", options->kind,
                   "What is typed at the terminal, or comes as one line of the standard input")
        ->check(CLI::IsMember(kindsOfIdentity()));
    by->require_option(1);
    return command;
}

} // namespace

void addCustomer(CLI::App& app, Context& context)
{
    auto* customer = app.add_subcommand("customer", "What the hall knows of one customer");
    customer->require_subcommand(1);
    auto options = std::make_shared<CustomerOptions>();
    actionOnCustomer(*customer, options, "export", "Shows the record, as JSON")
        ->callback([options, &context] { exportOne(*options, context); });
    actionOnCustomer(*customer, options, "erase",
                     "Deletes record and key, also from the copies of the keys; 1 if a copy can't be reached")
        ->callback([options, &context] { eraseOne(*options, context); });
    hallAction(
        *customer, options->data, "accept-loss",
        "Goes on with the customers that are there, after a part of them was lost and can't be brought "
        "back")
        ->callback([options, &context] { acceptLoss(*options, context); });
    auto* finishing = hallAction(*customer, options->data, "finish-erasure",
                                 "Writes those copies of the keys anew that hold the key of somebody erased");
    finishing->add_option("--destroyed", options->destroyed, "A copy that is no more: its file or id");
    finishing->callback([options, &context] { finishAll(*options, context); });
}

} // namespace starqueue::cli
