// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"

#include <QObject>
#include <QStringList>

namespace entente
{

class SceneKeeper;

/// Writes the picture that is on screen to a file, off the UI thread.
class ImageExport : public QObject
{
    Q_OBJECT

public:
    explicit ImageExport(const SceneKeeper& scene, QObject* parent = nullptr);

    static QStringList filters();
    static QStringList suffixes();
    QString suggestedName() const;

    /// By the suffix of the name; an empty name does nothing.
    void write(const QString& file);
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void written(const QString& file);
    void failed(const QString& reason);

private:
    const SceneKeeper& m_scene;
    Jobs m_jobs;
};

} // namespace entente
