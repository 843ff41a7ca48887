#pragma once

#include <firmware-bridge/ticket/printer_profile.h>
#include <firmware-bridge/ticket/ticket_template.h>
#include <formats/toml/setting_problem.h>

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace starqueue::bridge {

/// Reads a template (TOML) and checks it for the printer that it is for: fields that there aren't, rows that
/// are wider than the paper, characters that the printer can't draw. Every problem with file, line and
/// column; `file` names the text in them.
[[nodiscard]] tl::expected<TicketTemplate, formats::SettingProblems>
parseTicketTemplate(std::string_view text, const std::string& file, const PrinterProfile& profile);

} // namespace starqueue::bridge
