import { Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NoticeLanguage, NoticePatch } from '../api/model';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Page';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { shown, toggled } from './notices';

const KEY = ['notices'];

/** The mails that who is signed in gets. Each tick is stored at once. */
export function OwnNotices() {
  const { profile: words, failures } = useTexts();
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  const choice = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/v1/me/notices', { signal })),
  });
  const choose = useMutation({
    mutationFn: (body: NoticePatch) => answer(api.PATCH('/v1/me/notices', { body })),
    onSuccess: (stored) => {
      queries.setQueryData(KEY, stored);
      tell(words.noticesStored);
    },
    onError: tellFailure,
  });
  const notices = choice.data;
  return (
    <Panel title={words.notices}>
      <Loading query={choice} rows={3} title={failures.loads.notices} />
      {notices && (
        <div className="form">
          <p className="faint">
            {notices.mailConfigured ? words.noticesLead : words.noticesUnsent}
          </p>
          {shown(notices.available, notices.kinds).map((kind) => (
            <Checkbox
              key={kind}
              label={words.noticeKinds[kind]}
              checked={notices.kinds.includes(kind)}
              disabled={choose.isPending}
              onChange={() => choose.mutate({ kinds: toggled(notices.kinds, kind) })}
            />
          ))}
          <NativeSelect
            label={words.noticeLanguage}
            value={notices.language}
            disabled={choose.isPending}
            data={[
              { value: 'en', label: 'English' },
              { value: 'pt', label: 'Português' },
            ]}
            onChange={(event) =>
              choose.mutate({ language: event.currentTarget.value as NoticeLanguage })
            }
          />
        </div>
      )}
    </Panel>
  );
}
