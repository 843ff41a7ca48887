#include <cli/commands/commands.h>

#include <cli/certify/certify.h>
#include <cli/certify/descriptor_link.h>
#include <cli/checks/port_release.h>

#include <time/timestamp.h>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <thread>

namespace starqueue::cli {

namespace {

using certify::PrinterLink;
using claim::PortTrouble;
using Opened = tl::expected<std::unique_ptr<PrinterLink>, PortTrouble>;

constexpr int kReleasedFor = 600; ///< seconds; a person reads and types meanwhile
constexpr std::chrono::seconds kLetsGo{10};
constexpr std::chrono::milliseconds kLookAgain{250};

struct CertifyOptions
{
    std::string port;
    std::string data;
    std::string file = "printer.toml";
    bool force = false;
    bool unattended = false;
};

/// The port, and who drives it; an id only where a hall was given.
struct Place
{
    std::string port;
    std::string printer;
};

tl::expected<Place, std::string> placeOf(const CertifyOptions& options)
{
    if (options.data.empty())
        return Place{options.port, {}};
    return printerIn(options.data, options.port).map([](const NamedPrinter& printer) {
        return Place{printer.port, printer.id};
    });
}

Opened openSoon(const std::string& port)
{
    const auto until = std::chrono::steady_clock::now() + kLetsGo;
    Opened link = certify::openLink(port);
    while (!link && link.error().kind == PortTrouble::Kind::InUse &&
           std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(kLookAgain);
        link = certify::openLink(port);
    }
    return link;
}

/// On the network nobody can see who is connected, so the bridge is asked in any case.
Opened openPlace(const Place& place, const CertifyOptions& options, Context& context)
{
    const bool isNetwork = place.port.starts_with("tcp:");
    Opened link =
        isNetwork ? tl::unexpected(PortTrouble{PortTrouble::Kind::InUse}) : certify::openLink(place.port);
    if (link || link.error().kind != PortTrouble::Kind::InUse)
        return link;
    if (place.printer.empty())
        return certify::openLink(place.port);
    context.out << "Asking the bridge to leave " << place.port << " alone …\n";
    if (const auto asked = askForPort(options.data, place.printer, kReleasedFor); !asked)
        context.err << "starqueue: " << asked.error() << '\n';
    return openSoon(place.port);
}

void writeProfile(const certify::Certificate& done, const Place& place, const CertifyOptions& options,
                  Context& context)
{
    std::ofstream file(options.file, std::ios::trunc);
    file << done.profile << std::flush;
    if (!file)
        return context.fail(options.file + ": can't be written");
    context.out << "Closest family: " << done.family << ". Written: " << options.file
                << "\nFor its [[printer]] in bridge.toml:\n    port = \"" << place.port
                << "\"\n    profile = \"" << std::filesystem::absolute(options.file).string() << "\"\n";
    if (done.measured.baud)
        context.out << "    baud = " << *done.measured.baud << '\n';
}

void certifyPrinter(const CertifyOptions& options, Context& context)
{
    if (std::error_code error; std::filesystem::exists(options.file, error) && !options.force)
        return context.fail(options.file + " is there already: name another with --write, or --force");
    const auto place = placeOf(options);
    if (!place)
        return context.fail(place.error());
    auto link = openPlace(*place, options, context);
    if (!link)
        return context.fail(place->port + ' ' + claim::toText(link.error()));
    const bool isWatched = context.ask && !options.unattended;
    const auto nobody = [](const std::string&) { return std::optional<std::string>{}; };
    const auto date = std::chrono::floor<std::chrono::days>(context.now());
    const auto done = certify::certify(
        **link, isWatched ? context.ask : nobody,
        [&context](const std::string& line) { context.out << line << std::endl; },
        time::dateText(std::chrono::year_month_day(date)));
    link->reset();
    if (!place->printer.empty())
        (void)askForPort(options.data, place->printer, 1); // its time would end by itself
    if (!done)
        return context.fail(place->port + ": " + done.error());
    writeProfile(*done, *place, options, context);
}

} // namespace

void addCertify(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand(
        "certify",
        "Finds out what a printer can do, prints a test sheet and writes a profile for bridge.toml");
    auto options = std::make_shared<CertifyOptions>();
    command
        ->add_option(
            "PORT", options->port,
            "/dev/serial/by-id/…, /dev/usb/lp0 or tcp:192.0.2.7:9100; with --data also a printer's id")
        ->required();
    command
        ->add_option("--data", options->data,
                     "The hall's directory: its bridge is asked to leave the port alone meanwhile")
        ->check(CLI::ExistingDirectory);
    command->add_option("--write", options->file, "Where the profile goes")->capture_default_str();
    command->add_flag("--force", options->force, "Write it over what is there");
    command->add_flag("--unattended", options->unattended,
                      "Nobody looks at the paper: what only a person can tell is taken from its family");
    command->callback([options, &context] { certifyPrinter(*options, context); });
}

} // namespace starqueue::cli
