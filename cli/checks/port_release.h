#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// A [[printer]] of a hall's bridge.toml.
struct NamedPrinter
{
    std::string id;
    std::string port; ///< absolute
};

/// The printer with that id or that port; the error says that there is none.
[[nodiscard]] tl::expected<NamedPrinter, std::string> printerIn(const std::filesystem::path& hall,
                                                                const std::string& idOrPort);

/// Asks the printer's bridge, through the running hall, to leave the port alone for `seconds`; it opens it
/// again then, or when it is asked again for less. Returns when the hall has taken the request.
[[nodiscard]] tl::expected<void, std::string> askForPort(const std::filesystem::path& hall,
                                                         const std::string& printer, int seconds);

} // namespace starqueue::cli
