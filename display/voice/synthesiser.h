#pragma once

#include <display/voice/sentence/piece.h>

#include <QByteArray>
#include <QObject>

namespace starqueue::display {

/// Makes speech of words for which there is no clip.
///
/// One piece at a time: say() is called again only after said(). Each say() ends in exactly one said(),
/// emitted after say() has returned; its samples are those of an AudioSink, and empty when the words couldn't
/// be said, which is logged.
class Synthesiser : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `words` isn't a clip.
    void say(const Piece& words) { doSay(words); }

signals:
    void said(const QByteArray& samples);

private:
    virtual void doSay(const Piece& words) = 0;
};

} // namespace starqueue::display
