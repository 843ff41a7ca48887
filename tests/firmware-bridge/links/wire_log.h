#pragma once

#include <firmware-bridge/serial/wire.h>

#include <QStringList>

namespace starqueue::bridge::test {

using namespace Qt::StringLiterals;

/// What a wire told, in order: "opened", "lost", "refused: isn't there", "blocked", "free".
class WireLog
{
public:
    explicit WireLog(Wire& wire)
    {
        QObject::connect(&wire, &Wire::opened, &wire, [this] { told += u"opened"_s; });
        QObject::connect(&wire, &Wire::lost, &wire, [this] { told += u"lost"_s; });
        QObject::connect(&wire, &Wire::received, &wire, [this](const QByteArray& bytes) { heard += bytes; });
        QObject::connect(&wire, &Wire::refused, &wire, [this](const claim::PortTrouble& trouble) {
            told += u"refused: "_s + QString::fromStdString(claim::toText(trouble));
        });
        QObject::connect(&wire, &Wire::blockedChanged, &wire,
                         [this](bool blocked) { told += blocked ? u"blocked"_s : u"free"_s; });
    }

    [[nodiscard]] QString last() const { return told.isEmpty() ? QString() : told.last(); }

    QStringList told;
    QByteArray heard;
};

} // namespace starqueue::bridge::test
