import { Button, FileButton, Group, Progress as Bar } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../dialog/Dialog';
import { Failure } from '../parts/failure';
import { useLanguage } from '../text/language';
import { save } from '../api/download';
import { TEMPLATE, type Mapping } from './columnMapping';
import { mapped, readImport, refusedRows, run, type Import, type Progress } from './importing';
import { ImportColumns } from './ImportColumns';
import { ImportEncoding } from './ImportEncoding';
import { ImportFaults } from './ImportFaults';

type Stage = 'chosen' | 'trying' | 'tried' | 'importing' | 'imported';

/** Takes a file of any size, tries it if asked to, and stores its good lines. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { texts, format } = useLanguage();
  const words = texts.import;
  const queries = useQueryClient();
  const [file, setFile] = useState<Import>();
  const [fileName, setFileName] = useState('');
  const [stage, setStage] = useState<Stage>('chosen');
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<unknown>();
  const [complaint, setComplaint] = useState<string>();
  const [isConfirmed, setConfirmed] = useState(false);
  const isMapped = file?.kind !== 'csv' || file.mapping.includes('name');
  const isReady =
    file !== undefined && isMapped && (file.encoding !== 'windows-1252' || isConfirmed);
  const isBusy = !failure && (stage === 'trying' || stage === 'importing');

  const choose = async (chosen: File | null) => {
    if (!chosen) {
      return;
    }
    const read = await readImport(chosen);
    const complaint = typeof read === 'string' ? read : read.lines === 0 ? 'empty' : undefined;
    setFileName(chosen.name);
    setFile(typeof read === 'string' || complaint ? undefined : read);
    setComplaint(complaint && words[complaint]);
    setConfirmed(false);
    setStage('chosen');
    setProgress(undefined);
    setFailure(undefined);
  };
  const map = async (mapping: Mapping) => {
    if (file) {
      setFile(await mapped(file, mapping));
      setStage('chosen');
      setProgress(undefined);
    }
  };
  const start = async (isDryRun: boolean) => {
    if (!isReady) {
      return;
    }
    setFailure(undefined);
    setStage(isDryRun ? 'trying' : 'importing');
    try {
      await run(file, isDryRun, setProgress);
      setStage(isDryRun ? 'tried' : 'imported');
    } catch (broken) {
      setFailure(broken);
    }
    if (!isDryRun) {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    }
  };
  const counts = progress && {
    ready: words.ready(progress.good, format.number(progress.good)),
    imported: words.imported(progress.good, format.number(progress.good)),
    toFix: words.toFix(progress.badCount, format.number(progress.badCount)),
  };

  return (
    <Dialog title={words.title} size="lg" isBusy={isBusy} onClose={onClose}>
      <div className="form">
        <p className="lead">{words.lead}</p>
        <Group>
          <FileButton onChange={(chosen) => void choose(chosen)} accept=".csv,.ndjson,.jsonl">
            {(props) => (
              <Button variant="default" disabled={isBusy} {...props}>
                {words.choose}
              </Button>
            )}
          </FileButton>
          {!file && (
            <Button
              variant="subtle"
              onClick={() => save(new Blob([TEMPLATE], { type: 'text/csv' }), 'accounts.csv')}
            >
              {words.template}
            </Button>
          )}
          {fileName && (
            <span>
              {fileName} {file && <span className="faint">({format.number(file.lines)})</span>}
            </span>
          )}
        </Group>
        {complaint && (
          <p role="alert" className="complaint">
            {complaint}
          </p>
        )}
        {file && <ImportEncoding file={file} isConfirmed={isConfirmed} onConfirm={setConfirmed} />}
        {file && stage !== 'imported' && (
          <ImportColumns file={file} isBusy={isBusy} onMap={(mapping) => void map(mapping)} />
        )}
        {progress && (
          <>
            <Bar
              value={(100 * progress.done) / Math.max(1, progress.all)}
              animated={isBusy}
              aria-label={stage === 'trying' ? words.trying : words.importing}
            />
            <p role="status" className="faint">
              {words.progress(format.number(progress.done), format.number(progress.all))}
            </p>
          </>
        )}
        {counts && stage === 'tried' && (
          <p role="status">{words.tried(counts.ready, counts.toFix)}</p>
        )}
        {counts && stage === 'imported' && (
          <p role="status">
            {progress.replayed > 0 && progress.replayed === progress.good
              ? words.replayed
              : words.done(counts.imported, counts.toFix)}
          </p>
        )}
        {progress && progress.badCount > 0 && <ImportFaults progress={progress} />}
        {file && progress && progress.badCount > 0 && !isBusy && (
          <Button
            variant="subtle"
            onClick={() => save(new Blob([refusedRows(file, progress)]), `to-fix-${fileName}`)}
          >
            {words.downloadRefused}
          </Button>
        )}
        {failure !== undefined && <Failure error={failure} />}
        {failure !== undefined && stage === 'importing' && <p>{words.broken}</p>}
        <Group justify="flex-end">
          {stage === 'imported' ? (
            <Button onClick={onClose}>{texts.common.close}</Button>
          ) : (
            <>
              <Button
                variant="default"
                disabled={!isReady || isBusy}
                onClick={() => void start(true)}
              >
                {words.dryRun}
              </Button>
              <Button disabled={!isReady || isBusy} onClick={() => void start(false)}>
                {failure && stage === 'importing' ? words.resume : words.start}
              </Button>
            </>
          )}
        </Group>
      </div>
    </Dialog>
  );
}
