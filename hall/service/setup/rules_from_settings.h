#pragma once

#include <hall/service/calendar/hall_calendar.h>
#include <hall/settings/hall_settings.h>

#include <db/writer/writer.h>

namespace starqueue::hall {

/// Sets the rules with the hours of the business day that is open, or was last. Both must outlive the
/// writer's next batch; the log says what came of it. Any thread.
void submitRules(db::Writer& writer, HallCalendar& calendar, const settings::HallSettings& settings);

} // namespace starqueue::hall
