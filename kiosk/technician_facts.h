#pragma once

#include <client/api/board.h>
#include <kiosk/kiosk_model.h>

#include <QVariantList>

namespace starqueue::kiosk {

/// What a technician in front of a kiosk needs to know of it; nothing of any customer.
struct TechnicianView
{
    QString kiosk;
    QString hallUrl;
    KioskModel::Service service;
    client::api::KioskPrinter printer; ///< of no kiosk: no bridge reports one
    const client::api::Board& board;
    QDateTime machine; ///< what this kiosk's clock shows
};

/// Rows of {label, value, good}, in the language of the moment.
[[nodiscard]] QVariantList technicianFacts(const TechnicianView& view);

} // namespace starqueue::kiosk
